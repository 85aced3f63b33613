import { expect, test } from 'vitest'
import { faultClass, type FaultClass } from '../../engine/connectors/databus/errors.ts'

const CASES: readonly (readonly [string, FaultClass])[] = [
  ['server.clientproxy.network_error', 'notDelivered'],
  ['Server.ClientProxy.NetworkError', 'notDelivered'],
  ['server.clientproxy.global_conf_outdated', 'notDelivered'],
  ['Server.ClientProxy.OutdatedGlobalConf', 'notDelivered'],
  ['server.clientproxy.maintenance_mode', 'notDelivered'],
  ['server.serverproxy.maintenance_mode', 'notDelivered'],
  ['server.clientproxy.unknown_host', 'notDelivered'],
  ['Server.ClientProxy.CannotCreateSignature', 'notDelivered'],
  ['Server.ServerProxy.CannotCreateSignature', 'ambiguous'],
  ['server.serverproxy.network_error', 'ambiguous'],
  ['server.serverproxy.io_error', 'ambiguous'],
  ['Server.ServerProxy.IOError', 'ambiguous'],
  ['Server.ClientProxy.IOError', 'ambiguous'],
  ['server.serverproxy.http_error', 'ambiguous'],
  ['Server.ServerProxy.ServiceFailed', 'ambiguous'],
  ['server.serverproxy.service_failed.missing_headers', 'ambiguous'],
  ['server.clientproxy.service_failed.access_denied', 'ambiguous'],
  ['server.clientproxy.inconsistent_response', 'ambiguous'],
  ['Server.ClientProxy.LoggingFailed', 'ambiguous'],
  ['server.clientproxy.timestamping_failed', 'ambiguous'],
  ['server.serverproxy.database_error', 'ambiguous'],
  ['server.clientproxy.internal_error', 'ambiguous'],
  ['server.serverproxy.something_new', 'ambiguous'],
  ['signer.internal_error', 'ambiguous'],
  ['', 'ambiguous'],
  ['constructor', 'ambiguous'],
  ['server.serverproxy.access_denied', 'permanent'],
  ['Server.ServerProxy.AccessDenied', 'permanent'],
  ['server.serverproxy.unknown_service', 'permanent'],
  ['server.clientproxy.unknown_member', 'permanent'],
  ['server.serverproxy.service_disabled', 'permanent'],
  ['server.serverproxy.service_missing_url', 'permanent'],
  ['server.clientproxy.invalid_client_identifier', 'permanent'],
  ['Server.ClientProxy.SslAuthenticationFailed', 'permanent'],
  ['server.clientproxy.ssl_authentication_failed', 'permanent'],
  ['client.bad_request', 'permanent'],
  ['Client.BadRequest', 'permanent'],
  ['client.something_new', 'permanent'],
  ['client.network_error', 'permanent'],
]

test.each(CASES)('the fault %s is %s', (code, expected) => {
  expect(faultClass(code)).toBe(expected)
})
