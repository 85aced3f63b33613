/**
 * What a fault of the data bus means for the case: try again, find out first, or call a person.
 *
 * - notDelivered: the provider has not seen the request; repeating is harmless.
 * - ambiguous: the provider may have carried it out; repeat only what is harmless to repeat.
 * - permanent: it will fail the same way until somebody changes a right, a name or a setting.
 *
 * Codes are compared in lower case without underscores, because X-Road 7.8 renamed "Server.ServerProxy.ServiceFailed" to
 * "server.serverproxy.service_failed" and both are in use. A code that is in no table is ambiguous.
 */
export type FaultClass = 'notDelivered' | 'ambiguous' | 'permanent'

/** By the last part of the code; a pair where it matters which of the two security servers speaks. */
const CODES: Readonly<
  Record<string, FaultClass | { readonly clientproxy: FaultClass; readonly serverproxy: FaultClass }>
> = {
  accessdenied: 'permanent',
  servicedisabled: 'permanent',
  unknownservice: 'permanent',
  unknownmember: 'permanent',
  servicetype: 'permanent',
  servicemissingurl: 'permanent',
  servicemalformedurl: 'permanent',
  invalidclientidentifier: 'permanent',
  invalidencodedid: 'permanent',
  invalidsecurityserver: 'permanent',
  invalidhttpmethod: 'permanent',
  invalidrequest: 'permanent',
  badrequest: 'permanent',
  missingheader: 'permanent',
  missingheaderfield: 'permanent',
  duplicateheaderfield: 'permanent',
  sslauthenticationfailed: 'permanent',
  clientproxyversionnotsupported: 'permanent',
  invalidcontenttype: { clientproxy: 'permanent', serverproxy: 'ambiguous' },
  maintenancemode: 'notDelivered',
  networkerror: { clientproxy: 'notDelivered', serverproxy: 'ambiguous' },
  unknownhost: { clientproxy: 'notDelivered', serverproxy: 'ambiguous' },
  globalconfoutdated: { clientproxy: 'notDelivered', serverproxy: 'ambiguous' },
  outdatedglobalconf: { clientproxy: 'notDelivered', serverproxy: 'ambiguous' },
  cannotcreatesignature: { clientproxy: 'notDelivered', serverproxy: 'ambiguous' },
  tokennotactive: { clientproxy: 'notDelivered', serverproxy: 'ambiguous' },
  ioerror: 'ambiguous',
  httperror: 'ambiguous',
  internalerror: 'ambiguous',
  databaseerror: 'ambiguous',
  servicefailed: 'ambiguous',
  inconsistentresponse: 'ambiguous',
  invalidsignaturevalue: 'ambiguous',
  certvalidation: 'ambiguous',
  loggingfailed: 'ambiguous',
  timestampingfailed: 'ambiguous',
}

const normalCode = (code: string): string => code.trim().toLowerCase().replaceAll('_', '')

/** Class of an X-Road-Error such as "server.serverproxy.access_denied" or "Server.ServerProxy.AccessDenied". */
export function faultClass(code: string): FaultClass {
  const parts = normalCode(code).split('.')
  if (parts.includes('servicefailed')) return 'ambiguous'
  const entry = Object.hasOwn(CODES, parts.at(-1) ?? '') ? CODES[parts.at(-1) ?? ''] : undefined
  if (entry === undefined) return parts[0] === 'client' ? 'permanent' : 'ambiguous'
  if (typeof entry === 'string') return entry
  if (parts[0] === 'client') return 'permanent'
  return parts[1] === 'clientproxy' ? entry.clientproxy : entry.serverproxy
}
