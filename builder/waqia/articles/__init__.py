"""Reading articles: files, encodings, metadata, and which part of a page is the article."""
