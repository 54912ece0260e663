"""Drawings of call flows: from the graph of a flow to a picture that reads like a menu.

The way is always the same: the graph becomes a `Picture` (what is drawn), Graphviz says where its boxes stand, a
`Scene` holds the shapes, and a writer turns them into SVG, PNG or PDF.
"""
