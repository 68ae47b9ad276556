"""waqia: a knowledge graph of conflict events, with who says what, from Arabic news articles.

The stages are subpackages, each to be used by itself: ``articles`` reads, ``extraction`` finds events, ``graph`` writes
RDF, ``reasoning`` closes it; ``pipeline`` runs them one after the other and ``cli`` is its command line.
"""

__version__ = "0.1.0"
