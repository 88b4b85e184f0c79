declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      /** A coordinator or staff changed what the profile of a city says. */
      'cities.profileEdited': { cityId: string };
    }
  }
}

export {};
