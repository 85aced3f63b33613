/** The operator: deploys the package until it is known to be in force. */
import { packZip } from '../../../engine/packages/zip.ts'
import { licence } from '../package.ts'
import { OPERATOR } from '../people.ts'
import { call, type Line } from '../wire.ts'

/** @returns whether the server said that it is in force; false where it did not answer */
export async function deployLicence(line: Line): Promise<boolean> {
  const reply = await call(line, OPERATOR, 'POST', '/api/deployments', {
    body: new Uint8Array(await packZip(licence())),
  })
  if (reply === undefined || reply.status === 503) return false
  if (reply.status === 200 || reply.status === 201) return true
  throw new Error(
    `Expected the package to be deployed, but ${reply.status} ${JSON.stringify(reply.body, undefined, 1)}`,
  )
}
