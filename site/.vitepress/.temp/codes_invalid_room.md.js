import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_room","description":"no room, both kinds at once, out of range, of the wrong type. Pass either roomId (a number) or strRoomId (a string).","frontmatter":{"title":"invalid_room","description":"no room, both kinds at once, out of range, of the wrong type. Pass either roomId (a number) or strRoomId (a string).","code":"invalid_room","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_room.md","filePath":"codes/invalid_room.md"}');
const _sfc_main = { name: "codes/invalid_room.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_room" tabindex="-1">invalid_room <a class="header-anchor" href="#invalid_room" aria-label="Permalink to &quot;invalid\\_room&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_room.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>no room, both kinds at once, out of range, of the wrong type</p><p><strong>What to do:</strong> Pass either roomId (a number) or strRoomId (a string).</p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>out of range, of the wrong type, or both kinds at once</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_room.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_room = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_room as default
};
