import sharp from 'sharp';

/** A photo as a phone writes it, with who and where. */
export async function makeJpegWithPlace(): Promise<Buffer> {
  const bench = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1100"><rect width="1600" height="1100" fill="#cfe3c8"/><circle cx="1150" cy="330" r="260" fill="#3f7d46"/><rect x="1110" y="560" width="80" height="300" fill="#6b4a2b"/><rect x="300" y="640" width="600" height="60" fill="#b3392f"/><rect x="300" y="740" width="600" height="70" fill="#b3392f"/><rect x="340" y="810" width="40" height="140" fill="#333"/><rect x="820" y="810" width="40" height="140" fill="#333"/><circle cx="600" cy="500" r="90" fill="#e6b98f"/></svg>');
  return sharp(bench).jpeg().withExif({ IFD0: { Artist: 'Kari Nordmann' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 5000/100' } }).toBuffer();
}
