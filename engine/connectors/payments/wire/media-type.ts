/** How a payment message names its kind and version in HTTP headers: `application/vnd.interoperability.quotes+json;version=1.1`. */
export type Resource = 'transactionRequests' | 'quotes' | 'transfers'

export const contentType = (resource: Resource): string =>
  `application/vnd.interoperability.${resource}+json;version=1.1`

export const accept = (resource: Resource): string => `application/vnd.interoperability.${resource}+json;version=1`

const CONTENT_TYPE =
  /^application\/vnd\.interoperability\.([A-Za-z]+)\+json\s*;\s*(?:charset=utf-8\s*;\s*)?version=(\d+)(?:\.\d+)?(?:\s*;\s*charset=utf-8)?$/i

/** ok, or what is wrong: another version than 1.x, or not this resource's JSON at all. */
export function checkContentType(header: string | undefined, resource: Resource): 'ok' | 'version' | 'wrong' {
  const match = header === undefined ? null : CONTENT_TYPE.exec(header)
  if (match === null || match[1]?.toLowerCase() !== resource.toLowerCase()) return 'wrong'
  return match[2] === '1' ? 'ok' : 'version'
}
