/** Settings for a worker's process. glibc keeps what threads freed apart and for long: with thousands of pages, that is a hundred megabytes of nothing. */
export const CALM_MEMORY = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };
