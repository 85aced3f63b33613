/** Papers the citizen may download: certificates, receipts, letters. */
import type { PaperEntry, Told } from './timeline.ts'

export const papers = ({ documents }: Told): readonly PaperEntry[] =>
  documents.map(({ digest, name, createdAt }) => ({ kind: 'paper', at: createdAt, digest, name }))
