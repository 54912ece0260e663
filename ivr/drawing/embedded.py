"""Graphviz from the libraries of pygraphviz, in a process of its own: DOT on standard input, pictures on the other.

Several graphs, and then their pictures, are told apart by a NUL, which neither of them holds where more than one is
asked for.

A process of its own, because Graphviz is not safe between threads, writes warnings where it likes, and can bring a
whole process down. Run by its path; nothing else of this package is read.
"""

from __future__ import annotations

import sys


def main(engine: str, form: str) -> int:
    """Lay out and draw what comes in, with an engine and in a format by their Graphviz names."""
    from pygraphviz import AGraph  # noqa: PLC0415 - only this process needs the libraries

    graphs = [AGraph(string=dot) for dot in sys.stdin.buffer.read().decode().split("\0")]
    sys.stdout.buffer.write(b"\0".join(graph.draw(format=form, prog=engine) for graph in graphs))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:3]))
