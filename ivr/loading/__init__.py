"""From the bytes of a flow file to a tree of text in which everything knows where it stands."""
