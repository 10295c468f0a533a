import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"too_large","description":"票据超过 4096 个字符，或者解压后超过 2048 字节. 只传入票据本身，与签发时一致。","frontmatter":{"title":"too_large","description":"票据超过 4096 个字符，或者解压后超过 2048 字节. 只传入票据本身，与签发时一致。","code":"too_large","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/too_large.md","filePath":"zh/codes/too_large.md"}');
const _sfc_main = { name: "zh/codes/too_large.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="too_large" tabindex="-1">too_large <a class="header-anchor" href="#too_large" aria-label="Permalink to &quot;too\\_large&quot;">​</a></h1><p><a href="/usersig/codes/too_large.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>票据超过 4096 个字符，或者解压后超过 2048 字节</p><p><strong>处理办法:</strong> 只传入票据本身，与签发时一致。</p><p>腾讯云服务端对此返回 <a href="./70003.html">70003</a>。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/too_large.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const too_large = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  too_large as default
};
