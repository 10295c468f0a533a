/** `stale` while the provider is down and its last keys serve on. */
export type Freshness = 'fresh' | 'stale'
