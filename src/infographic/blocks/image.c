// image: a picture from the document's folder, never larger than its own pixels.
#include "base/file.h"
#include "base/i18n.h"
#include "infographic/block.h"
#include "infographic/image_file.h"

#include <math.h>

static const struct field fields[] = {
    {"src", &shape_string, true,
     N_("The path of a PNG or JPEG file, from the document's folder and below it.")},
    {"alt", &shape_text, true, N_("What the picture shows, for those who cannot see it.")},
    {"caption", &shape_text, false, N_("A line under it.")},
};
const struct shape block_shape_image = {
    .kind = SHAPE_OBJECT,
    .name = "blockImage",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct image {
    struct scene_image picture;
    struct str alt, caption_words;
    const struct text_block *caption;
    double width, height; // px as shown
};

static const double caption_gap = 16; // designed px

static bool load(const struct block_context *context, const struct json *src,
                 struct scene_image *out) {
    const struct infographic_context *info = context->info;
    struct diag_place place = json_place(info->arena, src);
    struct str path, bytes;
    return document_allows_path(info->document, info->diag, place, src->string, &path) &&
           file_read(info->arena, info->diag, place, path, IMAGE_FILE_LIMIT, &bytes) &&
           image_file_decode(info->arena, info->diag, place, bytes, out);
}

static void *read(const struct block_context *context, const struct json *value) {
    struct image *image = ARENA_NEW(context->info->arena, struct image);
    image->alt = block_words(context, value, "alt");
    image->caption_words = block_words(context, value, "caption");
    block_tell(context, image->alt);
    return load(context, json_get(value, "src"), &image->picture) ? image : NULL;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct image *image = data;
    image->width = fmin(width, image->picture.width);
    image->height = image->width * image->picture.height / image->picture.width;
    image->caption = block_set_text(
        context,
        &(struct block_text_request){
            .type = LOOK_NOTE, .words = image->caption_words, .width = width, .mode = TEXT_WRAP});
    double caption = block_height(image->caption);
    return image->height + (caption > 0 ? caption + block_px(context, caption_gap) : 0);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct image *image = data;
    struct scene_image picture = image->picture;
    picture.place = (struct rect){box.x, box.y, image->width, image->height};
    scene_add_image(scene, ROLE_ORNAMENT, picture)->label = image->alt;
    block_put(scene, ROLE_BODY, image->caption, box.x,
              box.y + image->height + block_px(context, caption_gap));
}

const struct block_kind block_kind_image = {
    .name = "image", .read = read, .measure = measure, .draw = draw};
