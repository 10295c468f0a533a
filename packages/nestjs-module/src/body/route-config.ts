/** By this, the adapter of Fastify hands a route its config; it is read on Express too, to know the routes. */
export const ROUTE_CONFIG_KEY = '__fastify_route_config__'
export const ROUTE_CONFIG: Readonly<{ userSigUnparsed: true }> = { userSigUnparsed: true }
