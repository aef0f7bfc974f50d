"""From folders of files to staged texts and a plan of what has to change; no Prefect here.

Reading order: ``finding`` (which files), ``reading`` (bytes to texts), ``staging`` (texts to
Parquet, batch by batch), ``changes`` (what the warehouse must replace, remove or extract anew).
"""
