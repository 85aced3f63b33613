/** A file out of the designer and onto the reader's machine. */
import { DRAFTS } from '../server/drafts.ts'

/** The package as it would be deployed; false where the server gave none. */
export async function downloadPackage(id: string, packageId: string): Promise<boolean> {
  const answer = await DRAFTS.packageFile(id)
  if (answer.kind === 'ok') download(answer.value, `${packageId}.masar`)
  return answer.kind === 'ok'
}

export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
