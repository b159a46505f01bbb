/** Settings for a worker's process. glibc keeps what threads freed apart and for long: with thousands of pages, that is a hundred megabytes of nothing. */
export const MALLOC_SETTINGS = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

/**
 * Options of its Node. A Crawl of 20,000 pages holds about 120 MB; with a limit as high as the machine's memory allows, V8 lets four times
 * that in garbage gather before it cleans up.
 */
export const HEAP_FLAGS = ["--max-old-space-size=768"];
