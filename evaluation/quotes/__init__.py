"""Gold of quotations and claimants, and how what is found is compared with it."""
