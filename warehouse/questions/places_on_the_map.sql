-- Question: Which places do the documents name, and where are they?
-- Grain: one row per place, most mentions first, at most 50.
-- Caveats: latitude and longitude are degrees (WGS 84) of its middle.
select
    entity_name,
    feature_class,
    country_code,
    admin_area,
    latitude,
    longitude,
    mention_count,
    figure_count,
from mart.places
order by mention_count desc, entity_name, entity_id
limit 50
