"""Phone menus as code: one call flow, one engine, and everything that follows from it."""
