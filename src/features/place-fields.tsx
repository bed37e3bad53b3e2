import { TextField } from '@/ui/text-field'

export interface PlaceForm {
  placeName: string
  address: string
  /** Latitude and longitude, as typed. */
  coordinates: string
}

interface PlaceFieldsProps {
  form: PlaceForm
  problems: Partial<Record<keyof PlaceForm, string>>
  lengths: { placeName: number; address: number }
  /** Who can find the way by the coordinates: 参加者. */
  visitors: string
  set: (values: Partial<PlaceForm>) => void
}

/** Where something takes place: what people call it, its address, and where it lies on a map. */
export function PlaceFields({ form, problems, lengths, visitors, set }: PlaceFieldsProps) {
  return (
    <>
      <TextField
        label="地点"
        placeholder="例如：党群服务中心多功能服务室"
        maxLength={lengths.placeName}
        value={form.placeName}
        error={problems.placeName}
        onChange={(placeName) => set({ placeName })}
      />
      <TextField
        label="详细地址"
        optional
        placeholder="楼栋、楼层、门牌"
        maxLength={lengths.address}
        value={form.address}
        onChange={(address) => set({ address })}
      />
      <TextField
        label="地图坐标"
        optional
        placeholder="23.7012, 113.0398"
        hint={`填写后${visitors}可以打开地图导航`}
        maxLength={40}
        value={form.coordinates}
        error={problems.coordinates}
        onChange={(coordinates) => set({ coordinates })}
      />
    </>
  )
}
