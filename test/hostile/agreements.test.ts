import { expect, test } from 'vitest'
import { databusConnector } from '../../engine/connectors/databus/databus.ts'
import type { ConnectorJob } from '../../engine/core/connector.ts'
import type { EvidenceStore } from '../../engine/core/evidence.ts'
import type { JsonObject } from '../../engine/core/json.ts'

const nothing: EvidenceStore = {
  add: () => Promise.reject(new Error('Expected nothing to be sent')),
  ofJob: () => Promise.resolve([]),
  list: () => Promise.resolve([]),
}

const connector = databusConnector(
  { connections: {}, agencies: {} },
  {
    evidence: nothing,
    clock: { now: () => 0 },
    agreed: async (_program, service) => service === 'PS/GOV/MOI/civil-registry/getPerson/v1',
  },
)

const asked = (variables: JsonObject): ConnectorJob =>
  ({
    key: '01JD:2',
    instance: '01JD',
    agency: 'attacker',
    reference: '2026',
    program: 'evil.service@1.0.0/main',
    element: 'look',
    headers: {},
    variables,
    attempt: 1,
    retries: 3,
  }) as unknown as ConnectorJob

test.each([
  ['as the service', { service: 'PS/GOV/HJC/judgments/all/v1', method: 'GET' }],
  [
    'as the one to ask about the state of another',
    {
      service: 'PS/GOV/MOI/civil-registry/getPerson/v1',
      method: 'GET',
      statusService: 'PS/GOV/HJC/judgments/all/v1',
    },
  ],
])('A register without a data agreement is not asked, computed %s', async (_title, variables) => {
  const outcome = await connector.run(asked(variables), new AbortController().signal)
  expect(outcome).toMatchObject({
    kind: 'incident',
    reason: expect.stringContaining('Expected a data agreement for PS/GOV/HJC/judgments/all/v1'),
  })
  connector.close()
})
