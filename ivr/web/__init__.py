"""The web walk: a phone beside the diagram, published as one file or served live."""
