import { metrics } from '@opentelemetry/api'
import { ConsoleMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'

// What an operator starts Node.js with: here it prints ten times a second.
const reader = new PeriodicExportingMetricReader({
  exporter: new ConsoleMetricExporter(),
  exportIntervalMillis: 100,
  exportTimeoutMillis: 100,
})
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
