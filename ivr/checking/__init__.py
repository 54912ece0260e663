"""Checking many flows, again and again: settings, what is known from last time, and many processes at once."""
