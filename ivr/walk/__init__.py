"""Walking a call: a person, or a script, takes the place of the caller and of the world around the phone system."""
