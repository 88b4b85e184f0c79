import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Prometheus metrics. Labels are few and fixed: no ids, no names, no addresses. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'crosscity_http_request_seconds',
    help: 'Time to answer, in seconds.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly refusals = new Counter({ name: 'crosscity_refusals_total', help: 'Expected refusals by code.', labelNames: ['code'], registers: [this.registry] });
  readonly jobsWaiting = new Gauge({ name: 'crosscity_jobs_waiting', help: 'Jobs that are due and not done.', registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
