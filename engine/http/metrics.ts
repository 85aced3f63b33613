/** Figures for the operator's monitoring, in Prometheus' text format: what was done, what stands still, how long it took. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from '../core/store.ts'
import type { Wakeup } from '../core/wakeup.ts'

export interface Metrics {
  /** Text exposition format 0.0.4. */
  text(): Promise<string>
  readonly contentType: string
  observeRequest(route: string, method: string, status: number, seconds: number): void
}

export function createMetrics(store: Store, wakeup: Wakeup): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'masar_http_request_seconds',
    help: 'Time to answer an HTTP request',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const events = new Counter({
    name: 'masar_events_total',
    help: 'Events committed, by kind',
    labelNames: ['kind'],
    registers: [registry],
  })
  const instances = new Gauge({
    name: 'masar_instances',
    help: 'Applications by status, and those with an open incident',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      for (const [status, count] of Object.entries(await store.instances.count())) this.set({ status }, count)
    },
  })
  registry.setDefaultLabels({ service: 'masar' })
  wakeup.listen((committed) => {
    for (const event of committed.events) events.inc({ kind: event.kind })
  })
  void instances
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observeRequest: (route, method, status, seconds) => requests.observe({ route, method, status }, seconds),
  }
}
