"""The command line: one file a command, each a thin wrapper of what the library does.

Exit statuses: 0 all is well; 1 the graph contradicts itself or breaks a shape; 2 the command or its input cannot be
used; 3 it was done, but something of the input was left out, and the messages say what.
"""

from waqia.cli.main import app, main

__all__ = ["app", "main"]
