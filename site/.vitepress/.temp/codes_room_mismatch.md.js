import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"room_mismatch","description":"it is for another room. Fetch a PrivateMapKey for this room; room 123 and room \\"123\\" are two rooms.","frontmatter":{"title":"room_mismatch","description":"it is for another room. Fetch a PrivateMapKey for this room; room 123 and room \\"123\\" are two rooms.","code":"room_mismatch","prev":false,"next":false},"headers":[],"relativePath":"codes/room_mismatch.md","filePath":"codes/room_mismatch.md"}');
const _sfc_main = { name: "codes/room_mismatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="room_mismatch" tabindex="-1">room_mismatch <a class="header-anchor" href="#room_mismatch" aria-label="Permalink to &quot;room\\_mismatch&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/room_mismatch.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>it is for another room</p><p><strong>What to do:</strong> Fetch a PrivateMapKey for this room; room 123 and room &quot;123&quot; are two rooms.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/room_mismatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const room_mismatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  room_mismatch as default
};
