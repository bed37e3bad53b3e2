/** The exhibits of all eight halls, in the order of their numbers. */
import { hall1 } from './hall-1'
import { hall2 } from './hall-2'
import { hall3 } from './hall-3'
import { hall4 } from './hall-4'
import { hall5 } from './hall-5'
import { hall6 } from './hall-6'
import { hall7 } from './hall-7'
import { hall8 } from './hall-8'

export const displays = [...hall1, ...hall2, ...hall3, ...hall4, ...hall5, ...hall6, ...hall7, ...hall8]
