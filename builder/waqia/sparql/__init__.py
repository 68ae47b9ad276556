"""Query files: how one is read, how its parameters become terms, how it runs, and how its answer is shown."""
