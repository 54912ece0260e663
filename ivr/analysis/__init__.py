"""What checks work out of a flow before they judge it: ways, rounds, meanings of keys, languages, uses of variables.

Everything here is a pure function of a flow, near-linear in its size, and remembered in the flow's `memo` where several
checks ask for it.
"""
