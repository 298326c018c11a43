import { beforeEach, describe, expect, test } from 'vitest';
import type { Files } from './files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const OCTETS = { type: 'application/octet-stream' };

/** What every place for files must do. `fresh` gives an empty one. */
export const filesContract = (name: string, fresh: () => Promise<Files>): void => {
  describe(`files in ${name}`, () => {
    let files: Files;
    beforeEach(async () => {
      files = await fresh();
    });

    test('what was put is there, and replaces what was', async () => {
      await files.put('log/tile/0/000', bytes('one'), OCTETS);
      await files.put('log/tile/0/000', bytes('two'), OCTETS);
      expect(await files.get('log/tile/0/000')).toEqual(bytes('two'));
    });

    test('a file and a folder of partial ones lie side by side', async () => {
      await files.put('log/tile/0/000', bytes('full'), OCTETS);
      await files.put('log/tile/0/000.p/5', bytes('five'), OCTETS);
      expect(await files.get('log/tile/0/000.p/5')).toEqual(bytes('five'));
    });

    test('what is not there is undefined, and may be removed', async () => {
      expect(await files.get('log/none')).toBeUndefined();
      await files.remove('log/none');
      await files.put('log/some', bytes('x'), OCTETS);
      await files.remove('log/some');
      expect(await files.get('log/some')).toBeUndefined();
    });

    test('paths are listed in order by how they begin', async () => {
      for (const path of ['a/2', 'a/1.p/7', 'a/10', 'b/1', 'ab']) await files.put(path, bytes(path), OCTETS);
      expect(await files.list('a/1')).toEqual(['a/1.p/7', 'a/10']);
      expect(await files.list('a')).toEqual(['a/1.p/7', 'a/10', 'a/2', 'ab']);
      expect(await files.list('c/')).toEqual([]);
    });

    test('a change of what was put or got changes nothing stored', async () => {
      const given = bytes('safe');
      await files.put('a/1', given, OCTETS);
      given[0] = 0;
      (await files.get('a/1'))![1] = 0;
      expect(await files.get('a/1')).toEqual(bytes('safe'));
    });

    test('a link names the file', async () => {
      await files.put('a/1', bytes('x'), OCTETS);
      expect(await files.link('a/1', { name: 'Bescheid.pdf', seconds: 60 })).toContain('a/1');
    });
  });
};
