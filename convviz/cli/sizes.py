def work_out_sizes(words): return 0
