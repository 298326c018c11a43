/** Answers as `compute` does, which is pure, without computing the same again. Forgets all when it holds `most`, so that it never grows. */
export const remembered = <K extends string, V>(compute: (of: K) => V, most = 500): ((of: K) => V) => {
  const known = new Map<K, V>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const value = compute(of);
    if (known.size >= most) known.clear();
    known.set(of, value);
    return value;
  };
};
