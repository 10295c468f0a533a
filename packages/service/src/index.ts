/**
 * A service that issues tickets to the users of your login, from one configuration file.
 *
 * @module
 */
export { ConfigError, type ConfigFault } from './config/config-error.ts'
export type { AppConfig, KeyRef, LoginConfig, RoomRule, SecretRef, ServiceConfig } from './config/types.ts'
export { loadConfig, runService } from './run.ts'
export { createService, type Service, type ServiceOptions } from './service.ts'
export type { HealthCheck, Readiness } from './serving/health.ts'
