"""What documents tell callers: numbers, keys, hours and promises, read out of pages, leaflets and runbooks."""
