/** The number on a Palestinian identity card: nine digits, the last of which checks the others (weights 1 and 2). */
export function isNationalId(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false
  let sum = 0
  for (let i = 0; i < 9; i++) {
    const product = Number(text[i]) * (i % 2 === 0 ? 1 : 2)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}
