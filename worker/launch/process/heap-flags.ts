/** Environment of the worker. glibc keeps freed memory in an arena for each thread, which wastes a hundred megabytes in a large crawl. */
export const MALLOC_SETTINGS = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

/**
 * Node options of the worker. A Crawl of 20,000 pages holds about 120 MB; under V8's default limit, which depends on the machine's memory, four
 * times that would gather as garbage.
 */
export const HEAP_FLAGS = ["--max-old-space-size=768"];
