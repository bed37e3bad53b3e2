/** A file on this device that the person has chosen. */
export interface PickedFile {
  /** Where it lies; also shows a picture of it. */
  path: string
  name: string
  /** In bytes. */
  size: number
  /** Of a film, where the platform makes one: a picture out of it. */
  poster?: string
}

/** Opens the browser's own file window. Empty when the person closes it. */
function pick(accept: string, most: number): Promise<PickedFile[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = most > 1
  input.hidden = true
  // A file window only answers an element of the page in some browsers.
  document.body.append(input)
  return new Promise<PickedFile[]>((resolve) => {
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, most)
      resolve(files.map((file) => ({ path: URL.createObjectURL(file), name: file.name, size: file.size })))
    })
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  }).finally(() => input.remove())
}

/** Lets the person choose pictures. */
export const pickPictures = (most: number): Promise<PickedFile[]> => pick('.jpg,.jpeg,.png,.webp', most)

/** Lets the person choose papers. */
export const pickPapers = (most: number): Promise<PickedFile[]> =>
  pick('.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp', most)

/** Lets the person choose a sound. */
export const pickSounds = (most: number): Promise<PickedFile[]> => pick('.mp3', most)

/** Lets the person choose a film. */
export const pickFilms = (most: number): Promise<PickedFile[]> => pick('.mp4', most)
