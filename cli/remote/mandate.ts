/** Mandates as the server shows them. */
import type { Company } from '../../engine/core/company.ts'
import type { Mandate } from '../../engine/core/mandate.ts'

export interface ShownMandate extends Pick<Mandate, 'id' | 'role' | 'services' | 'source' | 'givenBy' | 'revokedBy'> {
  readonly company: Company
  readonly holder: string
  readonly starts: string
  readonly ends?: string
  readonly revokedAt?: string
  readonly inForce: boolean
}

export interface ShownRepresentation {
  readonly company: Company
  readonly role: Mandate['role']
  readonly services?: readonly string[]
}
