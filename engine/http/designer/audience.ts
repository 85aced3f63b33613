/** Who may use the designer at all; what each may see of it is judged on the draft. */
import { roles } from '../policy.ts'

export const atDesigner = roles('analyst', 'operator')
