"""The Arabic language: folding, clitics, inflected forms, numbers, dates. Nothing about conflict."""
