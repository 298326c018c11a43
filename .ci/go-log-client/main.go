// Command go-log-client verifies a published ledger as an independent client does: with Go's own packages for
// signed notes and tiled transparency logs, which know nothing of this project.
//
// It reads a folder or an address, checks the signature of the checkpoint, computes the root from the tiles,
// and checks that every published entry is included.
package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

type reader func(path string) ([]byte, error)

func readerOf(place string) reader {
	if strings.HasPrefix(place, "http://") || strings.HasPrefix(place, "https://") {
		return func(path string) ([]byte, error) {
			answer, err := http.Get(strings.TrimRight(place, "/") + "/" + path)
			if err != nil {
				return nil, err
			}
			defer answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				return nil, fmt.Errorf("%s: %s", path, answer.Status)
			}
			return io.ReadAll(answer.Body)
		}
	}
	return func(path string) ([]byte, error) {
		return os.ReadFile(filepath.Join(place, filepath.FromSlash(path)))
	}
}

// tiles serves Go's tile reader. Go names its tiles tile/8/L/N, C2SP names the same bytes tile/L/N.
type tiles struct{ read reader }

func (t tiles) Height() int { return tileHeight }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		bytes, err := t.read(pathOf(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func pathOf(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	if tile.L < 0 {
		return "tile/entries" + strings.TrimPrefix(path, "data")
	}
	return "tile/" + path
}

func openCheckpoint(read reader) (tlog.Tree, error) {
	vkey, err := read("vkey")
	if err != nil {
		return tlog.Tree{}, err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := read("checkpoint")
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the checkpoint is not one of %s", verifier.Name())
	}
	// Go's own tree notes begin with a fixed line of the checksum database; the rest is the same format.
	return tlog.ParseTree([]byte("go.sum database tree\n" + lines[1] + "\n" + lines[2] + "\n"))
}

func split(bundle []byte) ([][]byte, error) {
	var entries [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 {
			return nil, fmt.Errorf("a bundle ends within an entry")
		}
		length := int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < 2+length {
			return nil, fmt.Errorf("a bundle ends within an entry")
		}
		entries = append(entries, bundle[2:2+length])
		bundle = bundle[2+length:]
	}
	return entries, nil
}

// checkEntries compares the entries with the leaf hashes that the signed root commits to, and proves each.
func checkEntries(read reader, tree tlog.Tree, hashes tlog.HashReader) error {
	for first := int64(0); first < tree.N; first += 1 << tileHeight {
		width := min(tree.N-first, 1<<tileHeight)
		bundle, err := read(pathOf(tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: int(width)}))
		if err != nil {
			return err
		}
		entries, err := split(bundle)
		if err != nil {
			return err
		}
		if int64(len(entries)) != width {
			return fmt.Errorf("bundle %d holds %d entries, not %d", first>>tileHeight, len(entries), width)
		}
		for at, entry := range entries {
			index := first + int64(at)
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			if err != nil {
				return err
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
		}
	}
	return nil
}

func verify(place string) (int64, error) {
	read := readerOf(place)
	tree, err := openCheckpoint(read)
	if err != nil {
		return 0, err
	}
	// The reader checks every tile that it hands out against the signed root.
	hashes := tlog.TileHashReader(tree, tiles{read})
	if tree.N == 0 {
		return 0, nil
	}
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return 0, err
	}
	if root != tree.Hash {
		return 0, fmt.Errorf("the tiles lead to another root than the signed one")
	}
	return tree.N, checkEntries(read, tree, hashes)
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go-log-client <folder or address of the log>")
		os.Exit(2)
	}
	size, err := verify(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "The log does not hold:", err)
		os.Exit(1)
	}
	fmt.Printf("The checkpoint is signed, the tiles lead to its root, and all %d entries are included.\n", size)
}
