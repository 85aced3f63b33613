/** A page as the server draws it now, beside the one that stands; nothing where it does not come whole, whatever the reason. */
export async function drawnAnew(address: string): Promise<Document | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    // Led elsewhere, mostly to sign in: not the page that was asked for.
    if (!answer.ok || answer.redirected) return undefined
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    return undefined
  }
}
